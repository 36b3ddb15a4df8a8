import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Everything around an element, innermost first. */
function listAround(element: HTMLElement | null): readonly HTMLElement[] {
  const above = element?.parentElement ?? null;
  return above === null ? [] : [above, ...listAround(above)];
}

/**
 * Keeps the focus near a button that its own act takes away, such as the acceptance of a case that is accepted then:
 * what is innermost of what stood around it takes the focus, instead of nothing.
 * @param isActing whether the button's dialog is open; the same function every time
 */
export function useKeptFocus(button: RefObject<HTMLElement | null>, isActing: () => boolean): void {
  // A layout effect's end is told before the button is taken out, while it may still have the focus.
  useLayoutEffect(() => {
    const own = button.current;
    const around = listAround(own);
    return () => {
      if (!isActing() && document.activeElement !== own) return;
      // After whatever else takes the focus: the heading of the next page, a dialog that gives it back.
      requestAnimationFrame(() => {
        const nearest = around.find((one) => one.isConnected);
        if (own?.isConnected !== false || document.activeElement !== document.body || nearest === undefined) return;
        if (!nearest.hasAttribute('tabindex')) nearest.tabIndex = -1;
        nearest.focus({ preventScroll: true });
      });
    };
  }, [button, isActing]);
}
