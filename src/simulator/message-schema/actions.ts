import { z } from 'zod';
import { clusterText, unitText } from './lengths.ts';

/**
 * Where an action stands decides which kinds it may be and whether its label is required:
 * `button` is a template's or Flex button, `tap` any other tappable Flex component.
 */
export type ActionPlace = 'quickReply' | 'button' | 'imageCarousel' | 'richMenu' | 'tap';

// 20 clusters everywhere but the image carousel. LINE's reference has at times allowed a Flex button
// more; the smaller number is right on every version of the app.
function labelAt(place: ActionPlace) {
  if (place === 'quickReply' || place === 'button') return clusterText(1, 20);
  return clusterText(0, place === 'imageCarousel' ? 12 : 20).optional();
}

/** http, https, line and tel, at most 1,000 units: nothing else opens from a chat. */
const actionUri = unitText(1, 1000)
  .refine(
    (uri) => /^(https?:\/\/|line:\/\/|tel:)/i.test(uri),
    'invalid uri scheme: use http, https, line or tel',
  )
  .refine((uri) => !/\s/.test(uri) && URL.canParse(uri), 'invalid uri')
  .refine((uri) => !/^tel:/i.test(uri) || /^tel:\+?[0-9][0-9-]*$/i.test(uri), 'invalid telephone number');

const data = unitText(0, 300);
const timeOfDay = '([01][0-9]|2[0-3]):[0-5][0-9]';
const day = '(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const pickerFormat = {
  date: new RegExp(`^${day}$`),
  time: new RegExp(`^${timeOfDay}$`),
  datetime: new RegExp(`^${day}[Tt]${timeOfDay}$`),
} as const;

function postback(place: ActionPlace) {
  return z
    .strictObject({
      type: z.literal('postback'),
      label: labelAt(place),
      data,
      displayText: clusterText(0, 300).optional(),
      text: clusterText(0, 300).optional(),
      inputOption: z.enum(['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']).optional(),
      fillInText: clusterText(0, 300).optional(),
    })
    .superRefine((action, context) => {
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (action.displayText !== undefined && action.text !== undefined) {
        refuse('text', 'displayText and text cannot both be set');
      }
      if (action.text !== undefined && place === 'quickReply')
        refuse('text', 'cannot be used in a quick reply');
      if (action.fillInText !== undefined && action.inputOption !== 'openKeyboard') {
        refuse('fillInText', 'needs inputOption openKeyboard');
      }
    });
}

function datetimePicker(place: ActionPlace) {
  return z
    .strictObject({
      type: z.literal('datetimepicker'),
      label: labelAt(place),
      data,
      mode: z.enum(['date', 'time', 'datetime']),
      initial: z.string().optional(),
      max: z.string().optional(),
      min: z.string().optional(),
    })
    .superRefine((action, context) => {
      for (const key of ['initial', 'max', 'min'] as const) {
        const value = action[key];
        if (value !== undefined && !pickerFormat[action.mode].test(value)) {
          context.addIssue({ code: 'custom', path: [key], message: `must be a ${action.mode}` });
        }
      }
      if (action.min !== undefined && action.max !== undefined && action.min >= action.max) {
        context.addIssue({ code: 'custom', path: ['min'], message: 'must be before max' });
      }
    });
}

/** Every action that may stand at a place, as a strict schema. */
function actionAt(place: ActionPlace) {
  const label = labelAt(place);
  const common = [
    postback(place),
    datetimePicker(place),
    z.strictObject({ type: z.literal('message'), label, text: clusterText(1, 300) }),
    z.strictObject({
      type: z.literal('uri'),
      label,
      uri: actionUri,
      altUri: z.strictObject({ desktop: actionUri.optional() }).optional(),
    }),
    z.strictObject({ type: z.literal('clipboard'), label, clipboardText: unitText(1, 1000) }),
  ] as const;
  if (place === 'quickReply') {
    // Camera, camera roll and location open the phone's own screens, from quick replies only.
    return z.discriminatedUnion('type', [
      ...common,
      z.strictObject({ type: z.literal('camera'), label }),
      z.strictObject({ type: z.literal('cameraRoll'), label }),
      z.strictObject({ type: z.literal('location'), label }),
    ]);
  }
  if (place === 'richMenu') {
    return z.discriminatedUnion('type', [
      ...common,
      z.strictObject({ type: z.literal('richmenuswitch'), label, richMenuAliasId: unitText(1, 32), data }),
    ]);
  }
  return z.discriminatedUnion('type', common);
}

/** The strict schema of an action for each place where one may stand. */
export const actions: Record<ActionPlace, z.ZodType> = {
  quickReply: actionAt('quickReply'),
  button: actionAt('button'),
  imageCarousel: actionAt('imageCarousel'),
  richMenu: actionAt('richMenu'),
  tap: actionAt('tap'),
};
