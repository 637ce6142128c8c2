/** How V8 is to be set in every workerd that serves for long. */
export const v8Flags = [
  // workerd tells V8 that memory is short whenever it makes an isolate. V8 then drops what its quick compiler made of
  // the Python program and compiles it anew for the next sandbox, which takes dozens of milliseconds, and does not get
  // the memory back: two megabytes for each execution. This has it keep what is compiled.
  '--no-flush-liftoff-code',
  // A request leaves dozens of kilobytes behind that hang on small objects of JavaScript and that V8 does not count, so
  // that it never cleans up thoroughly (https://github.com/cloudflare/workerd/issues/6894). With this it does whenever
  // its space for new objects is full. That space must be free to grow: held at a megabyte, all that is there is looked
  // through for each megabyte that a long JSON takes, and to parse it takes twenty times as long.
  '--gc-global',
]
