import { render } from "preact";
import { App } from "./app";
import { PageContext } from "./context";
import "./dashboard.css";
import { SharedPage } from "./pages/shared";
import { readPage } from "./place";

const element = document.getElementById("itgc-deploys");
if (element !== null) {
  const page = readPage(element);
  element.replaceChildren();
  render(
    <PageContext.Provider value={page}>{page.shared === "" ? <App /> : <SharedPage />}</PageContext.Provider>,
    element,
  );
}
