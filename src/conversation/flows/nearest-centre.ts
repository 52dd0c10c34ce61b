/** The nearest がん相談支援センター: from a position, or from a place that is named. */
import { findPlace } from '../../guidance/centres/find-place.ts';
import { OFFICIAL_SEARCH_URL, reach } from '../../guidance/centres/nearest-centres.ts';
import type { PlaceMatch, Point } from '../../guidance/centres/place.ts';
import { type Decision, plainDecision, say } from '../decision.ts';
import type { Setting } from '../knowledge.ts';
import type { ConversationState } from '../state.ts';
import { supportLineAction } from './support-line.ts';

/** Asks where, unless `text` names a place already. */
export function askForCentre(text: string, state: ConversationState, setting: Setting): Decision {
  return (
    showForPlace(findPlace(text, setting.knowledge.places()), state, setting) ?? askPlace(state, setting)
  );
}

/** The centres near the place that `text` names; null when it names none. */
export function centresAtNamedPlace(
  text: string,
  state: ConversationState,
  setting: Setting,
): Decision | null {
  return showForPlace(findPlace(text, setting.knowledge.places()), state, setting);
}

function showForPlace(match: PlaceMatch, state: ConversationState, setting: Setting): Decision | null {
  const { phrases } = setting.knowledge.handbook;
  switch (match.kind) {
    case 'found':
      return centresNear(match.place, match.place.label, state, setting);
    case 'prefecture': {
      const near = centresNear(match.capital, match.prefecture, { ...state, flow: 'asked-place' }, setting);
      return { ...near, actions: [...near.actions, { kind: 'ask-place', text: phrases.centre_ask_city }] };
    }
    case 'ambiguous': {
      const labels = match.candidates.map((place) => place.label);
      const asking = { ...state, flow: 'asked-place' as const };
      return plainDecision(
        'centre',
        asking,
        [{ kind: 'choose-place', text: phrases.centre_which, labels }],
        `several places bear this name: ${labels.join(', ')}`,
      );
    }
    case 'none':
      return null;
    default:
      return match satisfies never;
  }
}

/** Asks for the place; at a second time in a row the telephone line and the official search are given as well. */
export function askPlace(state: ConversationState, setting: Setting): Decision {
  const { phrases } = setting.knowledge.handbook;
  const again = state.flow === 'asked-place';
  const text = again ? phrases.centre_not_found : phrases.centre_ask_place;
  const more = again
    ? ([{ kind: 'no-centre', searchUrl: OFFICIAL_SEARCH_URL, nothingNear: false }] as const)
    : [];
  const asking = { ...state, flow: again ? ('none' as const) : ('asked-place' as const) };
  return plainDecision(
    'centre',
    asking,
    [...more, { kind: 'ask-place', text }],
    'the place is not known yet',
  );
}

/** The three nearest centres to `point`; says so when none is in reach. `label` is how the place is called. */
export function centresNear(
  point: Point,
  label: string | null,
  state: ConversationState,
  setting: Setting,
): Decision {
  const { centres, phrases } = setting.knowledge.handbook;
  const calm = { ...state, flow: 'none' as const, unclearInARow: 0 };
  const found = reach(point, centres);
  if (found.kind === 'none_in_reach') {
    const actions = [
      say(phrases.centre_none_in_reach),
      { kind: 'no-centre', searchUrl: OFFICIAL_SEARCH_URL, nothingNear: true } as const,
      supportLineAction(setting),
    ];
    return plainDecision('centre', calm, actions, `no centre within ${found.withinKm} km`);
  }
  return plainDecision(
    'centre',
    calm,
    [say(phrases.centre_what), { kind: 'centres', near: label, centres: found.nearest }],
    `nearest to ${label ?? 'the position sent'}`,
  );
}
