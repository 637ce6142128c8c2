import { rewriteMiniflare } from './rewrite-miniflare.ts'

// Miniflare writes its configuration, the Worker's modules included, into a buffer that it copies to grow,
// by 4 KiB each time. With the Python image in it these copies take most of the start: let it grow by more.
const growth = /(MIN_SINGLE_SEGMENT_GROWTH =) \d+/

rewriteMiniflare((source) => source.replace(growth, '$1 2 ** 26'))
