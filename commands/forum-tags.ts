import { InputError } from '../src/errors.ts';
import type { Place } from '../src/records/briefing.ts';

/** What is known of a forum: the tags that its posts may bear, and whether each has to bear one. */
export interface Forum {
  readonly tags: Place['tags'];
  readonly needsTag: boolean;
}

/** Discord lets a post bear this many. */
const MOST_TAGS = 5;

/**
 * A place with the tags that its posts shall bear, by their names; `wanted` is undefined where none were told. Throws InputError
 * for what is no forum, for tags that it has not, and for a forum that asks for one.
 */
export function withTags(
  place: Place,
  wanted: readonly string[] | undefined,
  findForum: (channelId: string) => Forum | null,
): Place {
  const where = `#${place.name}`;
  if (place.kind !== 'forum') {
    if (wanted === undefined || wanted.length === 0) return place;
    throw new InputError(`Tags are for the posts of a forum, and ${where} is none: leave tags out.`);
  }
  const forum = findForum(place.channelId);
  if (forum === null) {
    if (wanted === undefined) return place;
    throw new InputError(`The tags of ${where} are not known here: choose the forum with channel once more.`);
  }
  const names = forum.tags.map(({ name }) => name).join(', ');
  const tags = wanted === undefined ? place.tags : wanted.map((name) => findTag(forum, name, where, names));
  if (tags.length > MOST_TAGS)
    throw new InputError(`A post bears at most ${MOST_TAGS} tags: choose fewer of ${names}.`);
  if (tags.length === 0 && forum.needsTag)
    throw new InputError(`${where} asks for a tag on each post: choose some of ${names} with tags.`);
  return { ...place, tags };
}

function findTag({ tags }: Forum, named: string, where: string, names: string): Place['tags'][number] {
  const found = tags.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (found !== undefined) return found;
  throw new InputError(
    `${where} has no tag ${named}. ${names === '' ? 'It has none: leave tags out.' : `It has ${names}.`}`,
  );
}
