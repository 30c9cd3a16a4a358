export type {
  FoundName,
  Marked,
  SearchChoices,
  SearchHit,
  SearchRequest,
  SearchResults,
} from './results';
