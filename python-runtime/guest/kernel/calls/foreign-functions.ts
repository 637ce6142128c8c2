import type { Machine } from './calls.ts'

const FFI_OK = 0

/**
 * `ctypes` without calls: its types, structures and buffers work; to call a C function by address, or to be
 * called by one, would need code made at run time. A call raises `NotImplementedError`; a callback is a null
 * pointer.
 */
export function foreignFunctionCalls(machine: Machine) {
  const { memory, program } = machine
  return {
    ffi_call_js() {
      program.raise('PyExc_NotImplementedError', 'ctypes cannot call C functions in this sandbox')
    },
    ffi_closure_alloc_js(size: number, code: number) {
      memory.writeU32(code, 0)
      return program.allocate(size)
    },
    ffi_closure_free_js: (address: number) => program.free(address),
    ffi_prep_closure_loc_js: () => FFI_OK,
  }
}
