/** knowledge/scope.yaml: words by which a message is known to be about illness and care. */
import { z } from 'zod';

export const scopeFile = z.strictObject({ care_words: z.array(z.string().min(1)).min(1) });
