/** Finds the topic that an editor named, by its id or its title. */
import { nearest } from '../../../knowledge/compile/nearest.ts';
import type { Topic } from '../../../knowledge/topics.ts';

/** The topic called `name`, or those that it may have meant, the likeliest first. */
export function findTopic(
  name: string,
  topics: readonly Topic[],
): { readonly topic: Topic } | { readonly meant: readonly Topic[] } {
  const wanted = name.trim();
  const topic = topics.find(({ id, title }) => id === wanted || title === wanted);
  if (topic) return { topic };
  const holding = topics.filter(
    ({ id, title, scope }) => wanted !== '' && [id, title, scope].some((text) => text.includes(wanted)),
  );
  if (holding.length > 0) return { meant: holding };
  const names = topics.flatMap(({ id, title }) => [id, title]);
  const near = nearest(wanted, names);
  return { meant: topics.filter(({ id, title }) => id === near || title === near) };
}

/** `hair-loss（脱毛）`, for a terminal. */
export function topicLabel({ id, title }: Topic): string {
  return `${id}（${title}）`;
}
