import type { Texts } from '../en';

/** 致登记有疑问的线路的登记人。 For the holder of a line about which something is doubted. */
export const notice: Texts['notice'] = {
  title: '关于您的线路',
  loading: '正在打开页面',
  doubt: {
    DISPUTE_UPHELD: '原登记人已证明该线路不属于自己，目前没有人为它负责。',
    DOCUMENT_EXPIRED: '当初用于核验的证件已过期。',
    DOCUMENT_REVOKED: '签发机关已撤销当初用于核验的证件。',
    DATA_ERRORS: '登记内容有不一致之处。',
    HOLDER_DECEASED: '登记系统显示登记人已去世。如果属实，我们深表哀悼。',
    CAMPAIGN: '正在更新较早的登记。',
  },
  noBlame: '这不是指责，没有事先通知不会停机。紧急呼叫始终可用。',
  next: '如果您在此之前没有采取以下任一办法，下一步将在 {{time}} 进行。',
  still: '计时已暂停，线路目前不会有任何变化。',
  settled: '事情已解决，您无需再做任何操作。',
  ended: '此案件已结束。',
  limits: '目前不能',
  verify: '为它核验身份',
  verifyText:
    '大约需要两分钟。请向运营商索取该线路的核验链接，或携带证件到营业厅，由受过培训的人员核对，无需人脸识别。',
  time: '我需要更多时间',
  timeText: '立即给予，无需任何证明。',
  causes: { TRAVEL: '我在外地', ILLNESS: '我生病了', DISABILITY: '因残障办理不便' },
  timeGiven: '您现在有更多时间。',
  appeal: '我认为有误',
  appealText: '提出后一切暂停，直到受过培训的人员查看完毕。',
  words: '我们应当了解什么？',
  wordsHint: '请用您自己的话说明，只有作决定的人会阅读。',
  wordsRequired: '请填写几句话。',
  appealSend: '发送并暂停计时',
  appealed: '谢谢。在工作人员查看完毕之前，一切暂停。',
};
