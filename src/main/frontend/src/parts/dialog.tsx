import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Problem } from "../api";
import { useWords } from "../context";

/** A question in front of the page. The browser keeps the focus inside and closes it with Escape. */
export function Dialog({
  title,
  confirm,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  confirm: string;
  /** Ends with what to tell the person; an error's message is shown and the dialog stays. */
  onConfirm: (form: FormData) => Promise<void>;
  onClose: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    setBusy(true);
    setProblem("");
    try {
      await onConfirm(form);
    } catch (error) {
      const message = error instanceof Problem ? error.message : "";
      setProblem(message === "" ? words.failed : message);
      setBusy(false);
    }
  };

  return (
    <dialog ref={dialog} class="itgc-dialog" aria-labelledby="itgc-dialog-title" onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id="itgc-dialog-title">{title}</h2>
        {children}
        {problem !== "" && (
          <p class="itgc-problem" role="alert">
            {problem}
          </p>
        )}
        <div class="itgc-actions">
          <button type="submit" class="jenkins-button jenkins-button--primary" disabled={busy}>
            {confirm}
          </button>
          <button type="button" class="jenkins-button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** A text of a form; empty when there is none. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
