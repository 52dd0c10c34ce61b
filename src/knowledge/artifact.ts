/** The compiled knowledge as one versioned file that both runtimes load: the handbook and its search index. */
import type { Handbook } from './handbook.ts';

/** Raised with every change of the artifact's shape, so that an older or newer file is refused by name. */
export const ARTIFACT_FORMAT = 6;

export type KnowledgeArtifact = {
  readonly format: typeof ARTIFACT_FORMAT;
  /** First 12 hex digits of the SHA-256 over the handbook and the dictionary; stands in /healthz. */
  readonly version: string;
  readonly handbook: Handbook;
  /** The serialised search index; retrieval/ alone knows what is in it. */
  readonly index: unknown;
};

/** Thrown when an artifact cannot be used; the message says what to run. */
export class ArtifactError extends Error {
  override readonly name = 'ArtifactError';
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} Run "npm run build" and start again.`, options);
  }
}

/** Reads an artifact's text. Throws ArtifactError when it is not one, or of another format. */
export function openArtifact(text: string): KnowledgeArtifact {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ArtifactError('knowledge.json is not complete JSON.', { cause });
  }
  const artifact = value as Partial<KnowledgeArtifact> | null;
  if (artifact?.format !== ARTIFACT_FORMAT) {
    throw new ArtifactError(
      `knowledge.json has format ${String(artifact?.format)}; this program reads format ${ARTIFACT_FORMAT}.`,
    );
  }
  if (!artifact.handbook || !artifact.index || !artifact.version) {
    throw new ArtifactError('knowledge.json lacks its handbook, index or version.');
  }
  return artifact as KnowledgeArtifact;
}
