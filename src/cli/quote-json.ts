import type { Quote } from '../records/quote.ts';

/** A quote as `onrecord extract --json` tells it. */
export function quoteJson({ kind, content, speaker, cue, stance, saidOn, via }: Quote) {
  return {
    kind,
    content: { spans: content.spans, text: content.text },
    speaker: speaker && {
      mention: speaker.mention,
      text: speaker.text,
      name: speaker.name,
      role: speaker.role,
      anonymous: speaker.anonymous,
    },
    cue: { spans: cue.spans, text: cue.text },
    stance,
    saidOn: saidOn && { from: saidOn.from, to: saidOn.to, span: saidOn.span },
    via: via && { name: via.name, span: via.span },
  };
}
