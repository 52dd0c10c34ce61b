import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { actions } from '../../src/simulator/message-schema/actions.ts';
import { message } from '../../src/simulator/message-schema/check-messages.ts';
import { bubble } from '../../src/simulator/message-schema/flex.ts';
import * as component from '../../src/simulator/message-schema/flex-components.ts';
import * as value from '../../src/simulator/message-schema/flex-values.ts';
import * as media from '../../src/simulator/message-schema/media.ts';
import { templateMessage } from '../../src/simulator/message-schema/template.ts';
import * as texts from '../../src/simulator/message-schema/text.ts';

const FILE = new URL('../../../shared/line/openapi/messaging-api.yml', import.meta.url);
const isThere = existsSync(FILE);

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: string[];
  maxLength?: number;
  minLength?: number;
  discriminator?: { mapping: Record<string, string> };
}

const schemas: Record<string, Schema> = isThere ? parse(readFileSync(FILE, 'utf8')).components.schemas : {};
const nameOf = (ref: string) => ref.replace('#/components/schemas/', '');

/** LINE's object with what it inherits. */
function line(name: string): { properties: Record<string, Schema>; required: string[] } {
  const collect = (schema: Schema): { properties: Record<string, Schema>; required: string[] } => {
    const parts = [...(schema.allOf ?? []), ...(schema.$ref ? [schemas[nameOf(schema.$ref)] ?? {}] : [])].map(
      collect,
    );
    return {
      properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties),
      required: [...parts.flatMap((part) => part.required), ...(schema.required ?? [])],
    };
  };
  return collect(schemas[name] ?? {});
}

type AnyObject = z.ZodObject<Record<string, z.ZodType>>;
const isOptional = (schema: z.ZodType) => schema.safeParse(undefined).success;
const enumOf = (schema: z.ZodType) => {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return json.enum ?? (json.const === undefined ? undefined : [json.const]);
};

/** Our object has LINE's properties and no others, requires what LINE requires, and allows the same values. */
function compare(ours: AnyObject, name: string) {
  const theirs = line(name);
  expect(Object.keys(ours.shape).toSorted()).toEqual(Object.keys(theirs.properties).toSorted());
  for (const [property, schema] of Object.entries(ours.shape)) {
    const their = theirs.properties[property] ?? {};
    if (theirs.required.includes(property)) expect([property, isOptional(schema)]).toEqual([property, false]);
    if (their.enum) expect([property, enumOf(schema)?.toSorted()]).toEqual([property, their.enum.toSorted()]);
  }
}

describe.skipIf(!isThere)(
  `our statement of messages agrees with LINE's messaging-api.yml${isThere ? '' : ' (skipped: ../shared/line/openapi is not here)'}`,
  () => {
    const objects: [string, AnyObject][] = [
      ['TextMessage', texts.textMessage],
      ['TextMessageV2', texts.textV2Message],
      ['StickerMessage', media.stickerMessage],
      ['ImageMessage', media.imageMessage],
      ['VideoMessage', media.videoMessage],
      ['AudioMessage', media.audioMessage],
      ['LocationMessage', media.locationMessage],
      ['TemplateMessage', templateMessage],
      ['FlexBubble', bubble],
      ['FlexBox', component.box],
      ['FlexButton', component.button],
      ['FlexImage', component.image],
      ['FlexVideo', component.video],
      ['FlexIcon', component.icon],
      ['FlexText', component.text],
      ['FlexSpan', component.span],
      ['FlexSeparator', component.separator],
      ['FlexFiller', component.filler],
    ];
    test.each(objects)('%s', (name, ours) => compare(ours, name));

    test('every kind of message but imagemap and coupon is here', () => {
      const theirs = Object.keys(schemas.Message?.discriminator?.mapping ?? {});
      const ours = message.options.map((option) => option.shape.type.value);
      expect(ours.toSorted()).toEqual(
        theirs.filter((kind) => kind !== 'imagemap' && kind !== 'coupon').toSorted(),
      );
    });

    test.each(['buttons', 'confirm', 'carousel', 'image_carousel'])('the template %s', (kind) => {
      const ours = templateMessage.shape.template.options.find((option) => option.shape.type.value === kind);
      const theirs = schemas.Template?.discriminator?.mapping[kind];
      expect(ours && theirs).toBeTruthy();
      if (ours && theirs) compare(ours as unknown as AnyObject, nameOf(theirs));
    });

    test('every action is here, with its properties', () => {
      const found = new Map<string, AnyObject>();
      for (const union of [actions.quickReply, actions.richMenu]) {
        for (const option of (union as unknown as { options: AnyObject[] }).options) {
          found.set(String(enumOf(option.shape.type ?? z.never())?.[0]), option);
        }
      }
      const mapping = schemas.Action?.discriminator?.mapping ?? {};
      expect([...found.keys()].toSorted()).toEqual(Object.keys(mapping).toSorted());
      for (const [kind, ref] of Object.entries(mapping)) {
        const ours = found.get(kind);
        if (ours) compare(ours, nameOf(ref));
      }
    });

    test.each([
      ['FlexBoxSpacing', value.spacing],
      ['FlexMargin', value.spacing],
      ['FlexBoxPadding', value.padding],
      ['FlexOffset', value.offset],
      ['FlexBoxCornerRadius', value.cornerRadius],
      ['FlexBoxBorderWidth', value.borderWidth],
      ['FlexImageSize', value.imageSize],
      ['FlexIconSize', value.iconSize],
      ['FlexTextFontSize', value.textSize],
      ['FlexSpanSize', value.textSize],
    ])('the keywords of %s', (name, ours) => {
      const keywords = schemas[name]?.enum ?? [];
      expect(keywords).not.toEqual([]);
      expect(keywords.filter((keyword) => !ours.safeParse(keyword).success)).toEqual([]);
    });
  },
);
