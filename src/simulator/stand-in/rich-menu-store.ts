import { type Random, randomHex } from '../ids.ts';

interface RichMenuArea {
  bounds: { x: number; y: number; width: number; height: number };
  action: unknown;
}

/** A rich menu as LINE keeps it; `image` comes by a call of its own. */
export interface RichMenu {
  richMenuId: string;
  size: { width: number; height: number };
  selected: boolean;
  name: string;
  chatBarText: string;
  areas: RichMenuArea[];
}

export interface RichMenuImage {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: 'image/png' | 'image/jpeg';
}

/** The account's rich menus and the one that every chat shows. */
export function createRichMenuStore(random: Random) {
  const menus = new Map<string, RichMenu>();
  const images = new Map<string, RichMenuImage>();
  let defaultId: string | undefined;
  return {
    add(menu: Omit<RichMenu, 'richMenuId'>): RichMenu {
      const whole = { richMenuId: `richmenu-${randomHex(random, 32)}`, ...menu };
      menus.set(whole.richMenuId, whole);
      return whole;
    },
    get: (id: string) => menus.get(id),
    list: () => [...menus.values()],
    remove(id: string): boolean {
      if (defaultId === id) defaultId = undefined;
      images.delete(id);
      return menus.delete(id);
    },
    image: (id: string) => images.get(id),
    setImage: (id: string, image: RichMenuImage) => void images.set(id, image),
    setDefault(id: string | undefined): void {
      defaultId = id;
    },
    /** What every chat shows, if anything. */
    shown: () => (defaultId === undefined ? undefined : menus.get(defaultId)),
  };
}

export type RichMenuStore = ReturnType<typeof createRichMenuStore>;
