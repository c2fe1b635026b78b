import type { Texts } from '../en';

/** 用通行密钥回来。 Coming back with a passkey. */
export const passkeys: Texts['passkeys'] = {
  title: '下次回来，不用再刷脸',
  text: '通行密钥保存在您的设备上。谁能解锁该设备，谁就能看到您的线路，所以请只在自己的设备上添加。您可以不用通行密钥。',
  label: '您自己的称呼（可不填）',
  labelHint: '例如：我的手机。只有您能看到。',
  add: '添加通行密钥',
  adding: '您的设备正在询问您',
  done: '通行密钥已添加。下次请选择“我有通行密钥”。',
  unmade: {
    cancelled: '没有添加通行密钥。没关系，您随时可以再添加。',
    present: '这台设备上已经有您的通行密钥了。',
    failed: '这台设备无法创建通行密钥。您可以换一台设备，也可以不用通行密钥。',
  },
  unnamed: '通行密钥',
  added: '添加于：',
  used: '最近使用：',
  remove: '移除',
  removed: '该通行密钥已失效。您也可以在设备上将它删除。',
  door: {
    open: '我有通行密钥',
    opening: '您的设备正在询问您',
    cancelled: '没有使用通行密钥。没关系，您可以再试一次，也可以改为核验身份。',
    failed: '这台设备无法使用通行密钥。您可以改为核验身份。',
  },
};
