import { describe, expect, it } from 'vitest';
import { withTags, type Forum } from '../../../commands/forum-tags.ts';
import type { Place } from '../../../src/records/briefing.ts';

const forum: Place = { channelId: '1', name: 'daily', kind: 'forum', tags: [] };
const names = ['morning', 'evening', 'north', 'south', 'east', 'west'];
const known = (needsTag: boolean) => (): Forum => ({
  tags: names.map((name) => ({ id: `t_${name}`, name })),
  needsTag,
});

describe('the tags of a forum', () => {
  it('are found by their names, however they are written', () => {
    expect(withTags(forum, ['MORNING', 'north'], known(true)).tags).toEqual([
      { id: 't_morning', name: 'morning' },
      { id: 't_north', name: 'north' },
    ]);
  });

  it('stay as they were where none are told, and go where none are wanted', () => {
    const tagged = withTags(forum, ['south'], known(true));
    expect(withTags(tagged, undefined, known(true))).toEqual(tagged);
    expect(withTags(tagged, undefined, () => null)).toEqual(tagged);
    expect(withTags(tagged, [], known(false)).tags).toEqual([]);
  });

  it('are refused with one sentence where they can not be', () => {
    expect(() => withTags(forum, ['noon'], known(false))).toThrow(
      '#daily has no tag noon. It has morning, evening,',
    );
    expect(() => withTags(forum, names, known(false))).toThrow('at most 5 tags');
    expect(() => withTags(forum, undefined, known(true))).toThrow('#daily asks for a tag on each post');
    expect(() => withTags(forum, ['noon'], () => null)).toThrow('are not known here');
    expect(() => withTags({ ...forum, kind: 'text' }, ['noon'], () => null)).toThrow(
      'Tags are for the posts of a forum',
    );
  });
});
