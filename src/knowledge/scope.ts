/** knowledge/scope.yaml: words by which a message is known to be about illness and care, or about another illness. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

export const scopeFile = z.strictObject({ care_words: words, other_illnesses: words, cancer_words: words });
