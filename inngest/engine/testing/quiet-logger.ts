const nothing = () => {};

/** The fixtures fail on purpose; their errors needn't be read. */
export const quietLogger = { info: nothing, warn: nothing, error: nothing, debug: nothing };
