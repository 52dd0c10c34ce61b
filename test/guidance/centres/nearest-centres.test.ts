import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../src/guidance/centres/distance.ts';
import { nearestCentres, REACH_KM, reach } from '../../../src/guidance/centres/nearest-centres.ts';
import type { Point } from '../../../src/guidance/centres/place.ts';
import { centres, placeData } from './real-data.ts';

/** A second way to the same order: by the chord between unit vectors, without trigonometry of differences. */
function byChord(from: Point, n: number) {
  const vector = ({ latitude, longitude }: Point) => {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const;
  };
  const [x, y, z] = vector(from);
  const left = centres.filter((centre) => centre.status === 'shown');
  const found: { id: string; km: number }[] = [];
  while (found.length < n && left.length > 0) {
    let best = 0;
    let shortest = Number.POSITIVE_INFINITY;
    left.forEach((centre, i) => {
      const [a, b, c] = vector(centre);
      const chord = Math.hypot(a - x, b - y, c - z);
      const id = left[best]?.id ?? '';
      if (chord < shortest - 1e-12 || (Math.abs(chord - shortest) <= 1e-12 && centre.id < id)) {
        best = i;
        shortest = Math.min(shortest, chord);
      }
    });
    const [taken] = left.splice(best, 1);
    if (taken) found.push({ id: taken.id, km: 2 * 6371.0088 * Math.asin(shortest / 2) });
  }
  return found;
}

function expectSameAsByChord(name: string, point: Point) {
  const nearest = nearestCentres(point, centres, 3);
  const expected = byChord(point, 3);
  expect(
    nearest.map(({ centre }) => centre.id),
    name,
  ).toEqual(expected.map(({ id }) => id));
  nearest.forEach(({ distanceKm: km }, i) => {
    expect(km).toBeCloseTo(expected[i]?.km ?? Number.NaN, 4);
  });
}

describe('nearestCentres', () => {
  it('gives each of the 47 prefectural capitals the three that a plain search by chord length finds', () => {
    for (const prefecture of placeData.prefectures) {
      const capital = placeData.municipalities.find((m) => m.code === prefecture.capital);
      expect(capital, prefecture.name).toBeDefined();
      if (capital) expectSameAsByChord(prefecture.name, capital);
    }
    expect(placeData.prefectures).toHaveLength(47);
  });

  it('gives 300 municipalities spread over the whole country the same three', () => {
    const step = placeData.municipalities.length / 300;
    const spread = Array.from({ length: 300 }, (_, i) => placeData.municipalities[Math.floor(i * step)]);
    expect(new Set(spread).size).toBe(300);
    for (const municipality of spread) if (municipality) expectSameAsByChord(municipality.name, municipality);
  });

  it('never gives a hidden row, even next door', () => {
    const hidden = centres.filter((centre) => centre.status === 'hidden');
    expect(hidden.length).toBeGreaterThan(0);
    for (const centre of hidden) {
      expect(nearestCentres(centre, centres, centres.length).map((near) => near.centre.status)).not.toContain(
        'hidden',
      );
    }
  });

  it('gives as many as are asked for, nearest first, and none for zero', () => {
    const tokyo = { latitude: 35.68, longitude: 139.77 };
    const five = nearestCentres(tokyo, centres, 5).map((near) => near.distanceKm);
    expect(five).toHaveLength(5);
    expect(five).toEqual([...five].sort((a, b) => a - b));
    expect(nearestCentres(tokyo, centres, 0)).toEqual([]);
  });
});

describe('reach', () => {
  it('says that none is in reach from the Ogasawara islands, and how far the nearest is', () => {
    const ogasawara = reach({ latitude: 27.09, longitude: 142.19 }, centres);
    expect(ogasawara.kind).toBe('none_in_reach');
    if (ogasawara.kind === 'none_in_reach') expect(ogasawara.nearest?.distanceKm).toBeGreaterThan(800);
  });

  it('says that none is in reach where no row is shown', () => {
    expect(reach({ latitude: 35, longitude: 139 }, [])).toEqual({
      kind: 'none_in_reach',
      withinKm: REACH_KM,
      nearest: null,
    });
  });

  it('gives the three nearest from Sapporo', () => {
    const sapporo = reach({ latitude: 43.06, longitude: 141.35 }, centres);
    expect(sapporo.kind).toBe('in_reach');
    if (sapporo.kind === 'in_reach') expect(sapporo.nearest).toHaveLength(3);
  });
});

describe('distanceKm', () => {
  it('is 403 km from Tokyo station to Osaka station, as survey maps have it', () => {
    const [tokyo, osaka] = [
      { latitude: 35.681236, longitude: 139.767125 },
      { latitude: 34.702485, longitude: 135.495951 },
    ];
    expect(distanceKm(tokyo, osaka)).toBeCloseTo(403, -0.5);
    expect(distanceKm(tokyo, tokyo)).toBe(0);
  });
});
