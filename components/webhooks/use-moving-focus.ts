import { useCallback, useRef } from "react";

/**
 * For an element that moves to another place of the page and is made anew there: if it had the focus, it keeps it.
 * @returns the element's callback ref, and what puts the focus on it wherever it is now
 */
export function useMovingFocus<Moving extends HTMLElement>() {
  const current = useRef<Moving | null>(null);
  const hadFocus = useRef(false);
  const ref = useCallback((element: Moving) => {
    current.current = element;
    if (hadFocus.current) element.focus();
    hadFocus.current = false;
    return () => {
      hadFocus.current = element.ownerDocument.activeElement === element;
      if (current.current === element) current.current = null;
    };
  }, []);
  const focus = useCallback(() => current.current?.focus(), []);
  return [ref, focus] as const;
}
