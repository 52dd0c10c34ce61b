/** Finds the handbook's words where a patient wrote them in hiragana, which the dictionary cuts into other words. */

/** A shorter reading stands in many words by chance. */
const SHORTEST = 4;
const RUN = /(?<![\p{Script=Han}々])[ぁ-ゖー]+/gu;
/** Before a word stands the beginning of the run or a particle: 「かみのけがぬける」. */
const PARTICLES = new Set('がのをはにでともやへ');

export interface SoundFinder {
  /** `reading` in hiragana names `group`. */
  add(reading: string, group: string): void;
  /** The groups whose readings stand in `text`; one may be given more than once. */
  groupsIn(text: string): string[];
}

export function createSoundFinder(): SoundFinder {
  /** By the first two kana, so that a text costs one look-up a place. */
  const byStart = new Map<string, { readonly reading: string; readonly group: string }[]>();
  return {
    add(reading, group) {
      if (reading.length < SHORTEST || !/^[ぁ-ゖー]+$/.test(reading)) return;
      const start = reading.slice(0, 2);
      byStart.set(start, [...(byStart.get(start) ?? []), { reading, group }]);
    },
    groupsIn(text) {
      const found: string[] = [];
      for (const [run] of text.matchAll(RUN)) {
        for (let at = 0; at + SHORTEST <= run.length; at++) {
          if (at > 0 && !PARTICLES.has(run[at - 1] ?? '')) continue;
          for (const { reading, group } of byStart.get(run.slice(at, at + 2)) ?? []) {
            if (run.startsWith(reading, at)) found.push(group);
          }
        }
      }
      return found;
    },
  };
}
