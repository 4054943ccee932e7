import { StoreError } from '../errors.ts';
import type { BriefingStore } from './briefing-store.ts';
import type { FeedStore } from './feed-store.ts';
import type { WatchStore } from './watch-store.ts';
import type { TimelessStore } from './sql-store.ts';

/** The methods of a store as data, so that each can go to another thread or be followed until it is done. */
type Calls = {
  readonly [Name in keyof TimelessStore]: {
    readonly parameters: Parameters<TimelessStore[Name]>;
    readonly result: Awaited<ReturnType<TimelessStore[Name]>>;
  };
};

export type Method = keyof Calls;
export type CallParameters<M extends Method> = Calls[M]['parameters'];
export type CallResult<M extends Method> = Calls[M]['result'];
export type MakeCall = <M extends Method>(
  method: M,
  ...parameters: CallParameters<M>
) => Promise<CallResult<M>>;

type Handlers = { readonly [M in Method]: (...parameters: CallParameters<M>) => Promise<CallResult<M>> };

/** Calls the method of that name. */
export function runCall<M extends Method>(
  handlers: Handlers,
  method: M,
  parameters: CallParameters<M>,
): Promise<CallResult<M>> {
  return handlers[method](...parameters);
}

/** The store whose methods are `call`s. It closes once; what is called later is refused. */
export function storeOver(call: MakeCall): TimelessStore {
  let closing: Promise<void> | null = null;
  const open: MakeCall = (method, ...parameters) =>
    closing === null ? call(method, ...parameters) : Promise.reject(new StoreError('The store is closed.'));
  return {
    saveArticle: (...parameters) => open('saveArticle', ...parameters),
    listArticles: (...parameters) => open('listArticles', ...parameters),
    listArticleQuotes: (...parameters) => open('listArticleQuotes', ...parameters),
    replaceQuotes: (...parameters) => open('replaceQuotes', ...parameters),
    findExtraction: (...parameters) => open('findExtraction', ...parameters),
    recordExtraction: (...parameters) => open('recordExtraction', ...parameters),
    claimExtractions: (...parameters) => open('claimExtractions', ...parameters),
    holdExtractions: (...parameters) => open('holdExtractions', ...parameters),
    markOutdated: (...parameters) => open('markOutdated', ...parameters),
    countWaiting: (...parameters) => open('countWaiting', ...parameters),
    listUnsketched: (...parameters) => open('listUnsketched', ...parameters),
    linkArticle: (...parameters) => open('linkArticle', ...parameters),
    findModelReply: (...parameters) => open('findModelReply', ...parameters),
    keepModelReply: (...parameters) => open('keepModelReply', ...parameters),
    findByContent: (...parameters) => open('findByContent', ...parameters),
    findArticle: (...parameters) => open('findArticle', ...parameters),
    previewForgetting: (...parameters) => open('previewForgetting', ...parameters),
    forgetArticle: (...parameters) => open('forgetArticle', ...parameters),
    findQuote: (...parameters) => open('findQuote', ...parameters),
    searchQuotes: (...parameters) => open('searchQuotes', ...parameters),
    findSpeakers: (...parameters) => open('findSpeakers', ...parameters),
    suggestSpeakers: (...parameters) => open('suggestSpeakers', ...parameters),
    suggestOutlets: (...parameters) => open('suggestOutlets', ...parameters),
    measureCorpus: (...parameters) => open('measureCorpus', ...parameters),
    saveComponentState: (...parameters) => open('saveComponentState', ...parameters),
    findComponentState: (...parameters) => open('findComponentState', ...parameters),
    findImportedFile: (...parameters) => open('findImportedFile', ...parameters),
    noteImportedFiles: (...parameters) => open('noteImportedFiles', ...parameters),
    readSettings: (...parameters) => open('readSettings', ...parameters),
    saveSettings: (...parameters) => open('saveSettings', ...parameters),
    readNote: (...parameters) => open('readNote', ...parameters),
    writeNote: (...parameters) => open('writeNote', ...parameters),
    recordModelRun: (...parameters) => open('recordModelRun', ...parameters),
    listModelRuns: (...parameters) => open('listModelRuns', ...parameters),
    sumChargedTokens: (...parameters) => open('sumChargedTokens', ...parameters),
    noteTopic: (...parameters) => open('noteTopic', ...parameters),
    suggestTopics: (...parameters) => open('suggestTopics', ...parameters),
    measureRecord: (...parameters) => open('measureRecord', ...parameters),
    findTold: (...parameters) => open('findTold', ...parameters),
    listTold: (...parameters) => open('listTold', ...parameters),
    findSaidBefore: (...parameters) => open('findSaidBefore', ...parameters),
    noteTold: (...parameters) => open('noteTold', ...parameters),
    listCorrected: (...parameters) => open('listCorrected', ...parameters),
    noteCorrected: (...parameters) => open('noteCorrected', ...parameters),
    forgetTold: (...parameters) => open('forgetTold', ...parameters),
    ...feedCalls(open),
    ...briefingCalls(open),
    ...watchCalls(open),
    close: () => (closing ??= call('close')),
  };
}

/** Those of feeds, apart for their number. */
function feedCalls(open: MakeCall): FeedStore {
  return {
    addFeed: (...parameters) => open('addFeed', ...parameters),
    listFeeds: (...parameters) => open('listFeeds', ...parameters),
    changeFeed: (...parameters) => open('changeFeed', ...parameters),
    removeFeed: (...parameters) => open('removeFeed', ...parameters),
    claimFeeds: (...parameters) => open('claimFeeds', ...parameters),
    findSeenEntries: (...parameters) => open('findSeenEntries', ...parameters),
    noteSeenEntries: (...parameters) => open('noteSeenEntries', ...parameters),
    findDueTeasers: (...parameters) => open('findDueTeasers', ...parameters),
  };
}

/** Those of briefings, apart for their number. */
function briefingCalls(open: MakeCall): BriefingStore {
  return {
    addBriefing: (...parameters) => open('addBriefing', ...parameters),
    listBriefings: (...parameters) => open('listBriefings', ...parameters),
    findBriefing: (...parameters) => open('findBriefing', ...parameters),
    changeBriefing: (...parameters) => open('changeBriefing', ...parameters),
    removeBriefing: (...parameters) => open('removeBriefing', ...parameters),
    claimBriefings: (...parameters) => open('claimBriefings', ...parameters),
    holdBriefing: (...parameters) => open('holdBriefing', ...parameters),
    openDelivery: (...parameters) => open('openDelivery', ...parameters),
    changeDelivery: (...parameters) => open('changeDelivery', ...parameters),
    settleDelivery: (...parameters) => open('settleDelivery', ...parameters),
    listDeliveries: (...parameters) => open('listDeliveries', ...parameters),
  };
}

function watchCalls(open: MakeCall): WatchStore {
  return {
    addWatch: (...parameters) => open('addWatch', ...parameters),
    listWatches: (...parameters) => open('listWatches', ...parameters),
    changeWatch: (...parameters) => open('changeWatch', ...parameters),
    removeWatch: (...parameters) => open('removeWatch', ...parameters),
    holdWatch: (...parameters) => open('holdWatch', ...parameters),
    claimWatches: (...parameters) => open('claimWatches', ...parameters),
  };
}
