/** The triage room's door: danger, despair and wishes in a message, by the editors' rules. */
export { emptyMemory, type TriageMemory } from './memory.ts';
export { type Assessment, type Considered, createTriage, type Triage, type Verdict } from './triage.ts';
export { PhraseError } from './words/phrase.ts';
