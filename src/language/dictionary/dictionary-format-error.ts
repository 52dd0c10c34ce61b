/** The dictionary file cannot be used; the message says what is wrong with it and what to do. */
export class DictionaryFormatError extends Error {
  override readonly name = 'DictionaryFormatError';
}
