/** Coming back without showing one's face again. */
export const passkeys = {
  title: 'Come back without showing your face again',
  text: 'A passkey stays on your device. It shows your lines to whoever can unlock that device, so add one only to a device of your own. You are never obliged to have one.',
  label: 'Your own word for it (optional)',
  labelHint: 'For example: my phone. Only you see it.',
  add: 'Add a passkey',
  adding: 'Your device is asking you',
  done: 'Your passkey is there. Next time, choose “I have a passkey”.',
  unmade: {
    cancelled: 'No passkey was added. That is fine; you can add one whenever you like.',
    present: 'This device has a passkey for your lines already.',
    failed: 'This device could not make a passkey. You can try another device, or go on without one.',
  },
  unnamed: 'Passkey',
  added: 'Added:',
  used: 'Last used:',
  remove: 'Remove',
  removed: 'That passkey opens nothing any more. You may delete it from your device, too.',
  door: {
    open: 'I have a passkey',
    opening: 'Your device is asking you',
    cancelled: 'No passkey was used. That is fine; you can try again, or verify yourself instead.',
    failed: 'This device could not use a passkey. You can verify yourself instead.',
  },
};
