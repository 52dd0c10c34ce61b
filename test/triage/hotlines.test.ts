import { describe, expect, it } from 'vitest';
import { openHotlines } from '../../src/knowledge/hotlines.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { hotlines } = builtKnowledge().handbook;
const SUNDAY = 0;
const MONDAY = 1;
const at = (weekday: number, time: string, dayOfMonth = 15) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return openHotlines(hotlines, { weekday, minutes: hours * 60 + minutes, dayOfMonth })
    .filter((h) => h.open)
    .map((h) => h.hotline.id);
};

describe('the lines that answer', () => {
  it('are never none', () => {
    for (let weekday = 0; weekday < 7; weekday++) {
      for (let hour = 0; hour < 24; hour++) expect(at(weekday, `${hour}:00`)).toContain('yorisoi');
    }
  });

  it('open and close to the minute', () => {
    expect(at(SUNDAY, '15:59')).not.toContain('inochi-no-denwa');
    expect(at(SUNDAY, '16:00')).toContain('inochi-no-denwa');
    expect(at(SUNDAY, '21:00')).not.toContain('inochi-no-denwa');
    expect(at(SUNDAY, '03:00')).not.toContain('inochi-sos');
    expect(at(MONDAY, '03:00')).toContain('inochi-sos');
  });

  it('have their long day: the 10th from 8:00 to 8:00 of the next', () => {
    expect(at(MONDAY, '07:59', 10)).not.toContain('inochi-no-denwa');
    expect(at(MONDAY, '08:00', 10)).toContain('inochi-no-denwa');
    expect(at(MONDAY, '07:59', 11)).toContain('inochi-no-denwa');
    expect(at(MONDAY, '08:00', 11)).not.toContain('inochi-no-denwa');
  });

  it('stand first, and none is left out', () => {
    const listed = openHotlines(hotlines, { weekday: SUNDAY, minutes: 180, dayOfMonth: 15 });
    expect(listed).toHaveLength(hotlines.length);
    expect(listed.map((h) => h.open)).toEqual(
      [...listed.map((h) => h.open)].sort((a, b) => Number(b) - Number(a)),
    );
  });
});
