import type { Step } from '../road';
import { ConsentStep } from './ConsentStep';
import { DocumentStep } from './DocumentStep';
import { ReviewStep } from './ReviewStep';
import { SelfieStep } from './SelfieStep';
import { VerdictStep } from './VerdictStep';
import { WaitingStep } from './WaitingStep';

export function CurrentStep({ step }: { step: Step }) {
  switch (step) {
    case 'consent':
      return <ConsentStep />;
    case 'document':
      return <DocumentStep />;
    case 'selfie':
      return <SelfieStep />;
    case 'review':
      return <ReviewStep />;
    case 'waiting':
      return <WaitingStep />;
    case 'verdict':
      return <VerdictStep />;
  }
}
