// An error as Excel answers it; anything else that is thrown is a fault of the emulation or of the test.

export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = "",
  ) {
    super(message);
  }
}
