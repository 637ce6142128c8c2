/**
 * What the program is charged for what the kernel does in its name, before it is done. One unit is about one
 * instruction of the program (`build/meter/costs.ts`): what takes the kernel a microsecond is some 2,500 units. What
 * each call charges is a table in `README.md`.
 */

/** Each call, whatever it is: to come here and back, and to say that it failed. */
export const fuelPerCall = 250

/** Bytes that are copied or cleared for one unit. */
export const bytesPerFuel = 4

/** A byte of randomness, from the platform. */
export const fuelPerRandomByte = 2

/** A byte of what is packed in the image, which takes about two nanoseconds to unpack. */
export const fuelPerUnpackedByte = 5

/** A character of a path or name that is looked at, or turned from or into bytes. */
export const fuelPerCharacter = 8

/** A look-up in a directory or another table of the kernel. */
export const fuelPerLookup = 128

/** An entry of a directory that is made known when the image's folder is first looked into. */
export const fuelPerNode = 500

/** One of a list that a call goes through: a part of a vector, a descriptor, a map. */
export const fuelPerItem = 16

/** What a call may do at once in bytes: about ten milliseconds. Linux has such a bound too, which is larger. */
export const maxCallBytes = 32 * 1024 * 1024

/** Takes so many units of the program's fuel. */
export type Spend = (units: number) => void
