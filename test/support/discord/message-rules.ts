import { z } from 'zod';

/** Discord's written limits for messages, which its schemas don't state. */

export const EPHEMERAL = 64;
export const COMPONENTS_V2 = 32768;

const Component: z.ZodType<ComponentBody> = z.lazy(() =>
  z.looseObject({
    type: z.number(),
    custom_id: z.string().nullish(),
    label: z.string().nullish(),
    style: z.number().nullish(),
    url: z.string().nullish(),
    emoji: z.unknown().optional(),
    sku_id: z.string().nullish(),
    content: z.string().nullish(),
    min_values: z.number().nullish(),
    max_values: z.number().nullish(),
    placeholder: z.string().nullish(),
    options: z.array(z.looseObject({ value: z.string(), label: z.string() })).nullish(),
    components: z.array(Component).nullish(),
    accessory: Component.nullish(),
    component: Component.nullish(),
  }),
);

/** A message component as far as the rules look at it. */
export interface ComponentBody {
  readonly type: number;
  readonly custom_id?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly style?: number | null | undefined;
  readonly url?: string | null | undefined;
  readonly emoji?: unknown;
  readonly sku_id?: string | null | undefined;
  readonly content?: string | null | undefined;
  readonly min_values?: number | null | undefined;
  readonly max_values?: number | null | undefined;
  readonly placeholder?: string | null | undefined;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | null | undefined;
  readonly components?: readonly ComponentBody[] | null | undefined;
  readonly accessory?: ComponentBody | null | undefined;
  readonly component?: ComponentBody | null | undefined;
}

const Embed = z.looseObject({
  title: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  footer: z.looseObject({ text: z.string() }).nullish(),
  author: z.looseObject({ name: z.string(), url: z.string().nullish() }).nullish(),
  fields: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
  image: z.unknown().optional(),
});
type Embed = z.infer<typeof Embed>;

const Message = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(Embed).nullish(),
  components: z.array(Component).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  flags: z.number().nullish(),
  nonce: z.unknown().optional(),
  enforce_nonce: z.boolean().nullish(),
  allowed_mentions: z.looseObject({ parse: z.array(z.string()).nullish() }).nullish(),
});

/** The components of a body. Throws for a body that has no shape the rules could read. */
export function componentsOf(body: unknown): readonly ComponentBody[] {
  return Message.parse(body).components ?? [];
}

/** A component and all that stand in it. */
export function flattenComponents(components: readonly ComponentBody[]): readonly ComponentBody[] {
  return components.flatMap((component) => [
    component,
    ...flattenComponents([
      ...(component.components ?? []),
      ...(component.accessory ? [component.accessory] : []),
      ...(component.component ? [component.component] : []),
    ]),
  ]);
}

/** What breaks a rule in a message body. `wasV2`: the message that is edited is made of components already. */
export function checkMessage(body: unknown, wasV2: boolean): readonly string[] {
  const parsed = Message.safeParse(body);
  if (!parsed.success) return ['the message has no readable shape'];
  const message = parsed.data;
  const components = message.components ?? [];
  const isV2 = wasV2 || ((message.flags ?? 0) & COMPONENTS_V2) !== 0;
  const bad = [
    ...(isV2 ? checkV2(message, components) : checkClassic(message, components)),
    ...checkComponents(components),
  ];
  if (message.enforce_nonce === true && message.nonce === undefined) bad.push('enforce_nonce needs a nonce');
  if (message.allowed_mentions?.parse?.length !== 0)
    bad.push('allowed_mentions must be there, with parse: []');
  return bad;
}

function checkV2(message: z.infer<typeof Message>, components: readonly ComponentBody[]): string[] {
  const bad: string[] = [];
  const all = flattenComponents(components);
  const texts = all.filter((component) => component.type === 10).map((component) => component.content ?? '');
  if (message.content || message.embeds?.length) bad.push('content and embeds do not go with components V2');
  if (all.length === 0) bad.push('Cannot send an empty message');
  if (all.length > 40) bad.push(`${all.length} components, 40 are allowed`);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > 4000) bad.push(`${length} characters of text, 4000 are allowed`);
  if (texts.some((text) => text.trim() === '')) bad.push('a text display is empty');
  return bad;
}

function checkClassic(message: z.infer<typeof Message>, components: readonly ComponentBody[]): string[] {
  const bad: string[] = [];
  const embeds = message.embeds ?? [];
  const filled = [message.content?.trim(), embeds.length, components.length, message.attachments?.length];
  if (!filled.some(Boolean)) bad.push('Cannot send an empty message');
  if ((message.content?.length ?? 0) > 2000) bad.push('content is longer than 2000');
  if (components.some((component) => component.type !== 1)) bad.push('components V2 need their flag');
  if (components.length > 5) bad.push('more than 5 action rows');
  if (embeds.reduce((sum, embed) => sum + embedLength(embed), 0) > 6000)
    bad.push('embeds are longer than 6000 in all');
  for (const embed of embeds) {
    if (embedLength(embed) === 0 && embed.image === undefined) bad.push('an embed is empty');
    if (embed.fields?.some((field) => !field.name.trim() || !field.value.trim()))
      bad.push('an embed field is empty');
    for (const url of [embed.url, embed.author?.url])
      if (url && !isWeb(url)) bad.push(`not a web address: ${url}`);
  }
  return bad;
}

function embedLength(embed: Embed): number {
  const parts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  const fields = embed.fields?.flatMap((field) => [field.name, field.value]) ?? [];
  return [...parts, ...fields].reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

/** Rules for components wherever they stand, modals included. */
export function checkComponents(components: readonly ComponentBody[]): string[] {
  const bad: string[] = [];
  const all = flattenComponents(components);
  const ids = all.flatMap((component) => component.custom_id ?? []);
  for (const id of ids)
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) bad.push(`custom_id is there twice: ${id}`);
  for (const component of all) {
    if (component.type === 1) bad.push(...checkRow(component.components ?? []));
    if (component.type === 2) bad.push(...checkButton(component));
    if ([3, 5, 6, 7, 8].includes(component.type)) bad.push(...checkSelect(component));
    for (const url of maskedLinks(component.content ?? '')) if (!isWeb(url)) bad.push(`link to ${url}`);
  }
  return bad;
}

function checkRow(row: readonly ComponentBody[]): readonly string[] {
  const buttons = row.filter((component) => component.type === 2).length;
  if (row.length === 0) return ['an action row is empty'];
  if (buttons > 5) return ['more than 5 buttons in a row'];
  return buttons !== row.length && row.length > 1 ? ['a row holds buttons or one select, not both'] : [];
}

function checkButton(button: ComponentBody): readonly string[] {
  const bad: string[] = [];
  if (!button.label && !button.emoji && button.style !== 6) bad.push('a button needs a label or an emoji');
  if (button.style === 5 && (!button.url || button.custom_id))
    bad.push('a link button has a url and no custom_id');
  if (button.style === 5 && button.url && !isWeb(button.url)) bad.push(`not a web address: ${button.url}`);
  if (button.style !== 5 && button.style !== 6 && (!button.custom_id || button.url)) {
    bad.push('a button has a custom_id and no url');
  }
  return bad;
}

function checkSelect(select: ComponentBody): readonly string[] {
  const values = select.options?.map((option) => option.value) ?? [];
  return [
    ...((select.min_values ?? 1) > (select.max_values ?? 1) ? ['a select asks for more than it allows'] : []),
    ...(new Set(values).size < values.length ? ['a select has a value twice'] : []),
    ...(select.type === 3 && values.length === 0 ? ['a select has no options'] : []),
  ];
}

function maskedLinks(markdown: string): readonly string[] {
  const unescaped = markdown.replaceAll(/\\[^0-9A-Za-z\s]/g, '');
  return [...unescaped.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'discord:', 'attachment:'].includes(new URL(url).protocol);
}
