/** What is charged for what. One unit is about one WebAssembly instruction, or a nanosecond of Python. */

/**
 * A turn of a loop costs as much as its body has instructions, without those of loops inside it. But where it makes
 * calls it costs at most this: such bodies are often long and mostly jumped over, and the longest is CPython's
 * evaluation loop, with one turn a bytecode.
 */
export const maxTurnCost = 32

/**
 * A loop of calls that is longer than this, in instructions, is taken for an interpreter's: a dispatch by a jump
 * table, of which each turn does a little. Its charge is what such a loop is slowed down by most.
 */
export const interpreterLength = 6000

/** A second call out of the same function: the call, and what lies between two calls. */
export const callCost = 40

/** So many bytes are copied or filled in the time of one unit, as a power of two. */
export const bytesPerUnitShift = 2

/**
 * So many entries of a table, or pages that the memory grows by, make one unit, as a power of two. Pages are cheap,
 * as the system maps each when it is first used; more than none, so that no size is negative.
 */
export const itemsPerUnitShift = 1

/** A size that is known and smaller than this is not charged: most of these are structures of C. */
export const smallRange = 256

/**
 * A loop without calls counts in a local, which the engine keeps in a register, and pays when it has counted so
 * far. What is left when the function returns is never paid.
 */
export const batch = 1000
