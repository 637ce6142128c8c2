// Only fuel can tell the time.
performance.now = () => 0

// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export { default } from './guest.js'
