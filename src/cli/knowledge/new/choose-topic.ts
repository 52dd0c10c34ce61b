/** Asks an editor for the topic, narrowing down by what they type. */
import type { Topic } from '../../../knowledge/topics.ts';
import { findTopic, topicLabel } from './find-topic.ts';

/** More at once would run off the screen. */
const LISTED = 12;

/**
 * Asks by `ask` until a topic is chosen: by its number in the list shown, its id, its title or a part of them.
 * An empty answer takes `suggested`.
 */
export async function chooseTopic(
  topics: readonly Topic[],
  suggested: Topic | null,
  ask: (question: string) => Promise<string>,
): Promise<Topic> {
  let listed: readonly Topic[] = suggested ? [suggested] : [];
  const usual = suggested ? ` [${topicLabel(suggested)}]` : '';
  let question = `Topic: its id, its title, or a word of it${usual}: `;
  for (;;) {
    const answer = (await ask(question)).trim();
    const numbered = /^\d+$/.test(answer) ? listed[Number(answer) - 1] : undefined;
    const found = answer === '' && suggested ? { topic: suggested } : findTopic(answer, topics);
    if (numbered) return numbered;
    if ('topic' in found) return found.topic;
    listed = answer === '' ? [] : found.meant.slice(0, LISTED);
    const list = listed.map((topic, i) => `  ${i + 1}. ${topicLabel(topic)}  ${topic.scope}`);
    const more = answer === '' ? 0 : found.meant.length - listed.length;
    question = [
      ...(answer === '' ? ['All topics stand in knowledge/topics.yaml.'] : list),
      ...(more > 0 ? [`  and ${more} more: write a longer part`] : []),
      'Topic (a number of the list, or another word): ',
    ].join('\n');
  }
}
