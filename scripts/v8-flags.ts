/** How V8 is to be set in every workerd that serves for long. */
export const v8Flags = [
  // workerd tells V8 that memory is short whenever it makes an isolate. V8 then drops what its quick compiler made of
  // the Python program and compiles it anew for the next sandbox, which takes dozens of milliseconds, and does not get
  // the memory back: two megabytes for each execution. This has it keep what is compiled.
  '--no-flush-liftoff-code',
  // A request leaves dozens of kilobytes behind that hang on small objects of JavaScript and that V8 does not count, so
  // that it never cleans up thoroughly (https://github.com/cloudflare/workerd/issues/6894). With these it does when a
  // megabyte of such objects has come together, which is soon done.
  '--gc-global',
  '--min-semi-space-size=1',
  '--max-semi-space-size=1',
]
