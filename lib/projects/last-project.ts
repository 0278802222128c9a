/** The cookie that remembers which project this browser looked at last. Its value is only a wish: membership is checked. */
export const lastProjectCookie = "starwire-project";
