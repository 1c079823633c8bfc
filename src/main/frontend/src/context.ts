import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Page } from "./place";
import { WORDS, type Words } from "./words";

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) {
    throw new Error("The dashboard is drawn without its page.");
  }
  return page;
}

export function useWords(): Words {
  return WORDS[usePage().language];
}
