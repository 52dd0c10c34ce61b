/** Hiragana and katakana: conversion and tests. */

/** Hiragana as katakana; all else stays. */
export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
}

/** Katakana as hiragana; all else stays. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

/** Whether `text` has letters and none of them is a kanji or a Latin letter, so that only its sound is known. */
export function isKanaOnly(text: string): boolean {
  return /[ぁ-ヺ]/.test(text) && !/[\p{Script=Han}a-z]/u.test(text);
}
