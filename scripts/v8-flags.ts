/**
 * workerd tells V8 that memory is short whenever it makes an isolate. V8 then drops what its quick compiler made of the
 * Python program and compiles it anew for the next sandbox, which takes dozens of milliseconds, and does not get the
 * memory back: two megabytes for each execution. This has it keep what is compiled.
 */
export const keepCompiled = '--no-flush-liftoff-code'
