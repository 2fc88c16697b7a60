import { Component, type ReactNode } from "react";
import { errorText } from "../error-text";
import { Button } from "../ui/button";
import { tellReady } from "./page-ready";

interface CrashScreenProps {
  readonly children: ReactNode;
  readonly onCrash: () => void;
}

interface State {
  readonly crashed: boolean;
  readonly error?: unknown;
}

/** Catches what no code of ours foresaw: forgets the secret, shows nothing that was typed, and offers a way on. */
export class CrashScreen extends Component<CrashScreenProps, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { crashed: true, error };
  }

  override componentDidCatch() {
    this.props.onCrash();
    tellReady();
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="mx-auto max-w-xl px-4 py-16">
        <h1 className="text-2xl font-bold">Countersign has a fault here.</h1>
        <p className="mt-2 text-soft">
          Your secret was forgotten. The URL that you pasted is kept: go on with it, or start with the
          example.
        </p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button look="strong" onClick={() => this.setState({ crashed: false })}>
            Go on
          </Button>
          <a href="?" className="inline-flex min-h-9 items-center px-2 text-sm font-medium underline">
            Start with the example
          </a>
        </div>
        {import.meta.env.DEV && (
          <pre className="mt-6 whitespace-pre-wrap text-sm">{errorText(this.state.error)}</pre>
        )}
      </main>
    );
  }
}
