package io.namesake.remediation.internal;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mail by SMTP (RFC 5321), plain text. The server that takes a message proves nothing about its arrival. */
final class SmtpChannel implements NoticeChannel {
    private final JavaMailSenderImpl mail;
    private final String from;

    SmtpChannel(JavaMailSenderImpl mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Result send(UUID noticeId, NoticeMessage message) {
        try {
            var letter = new Notice(mail.getSession(), noticeId);
            letter.setFrom(new InternetAddress(from, true));
            letter.setRecipients(MimeMessage.RecipientType.TO, new Address[] {new InternetAddress(message.to(), true)});
            letter.setSubject(message.subject(), StandardCharsets.UTF_8.name());
            letter.setText(message.text(), StandardCharsets.UTF_8.name());
            letter.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
            mail.send(letter);
            return new Result.Sent();
        } catch (MailSendException refused) {
            return isRefused(refused)
                    ? new Result.Failed("address-refused", true)
                    : new Result.Failed("not-sent", false);
        } catch (MessagingException e) {
            return new Result.Failed("address-refused", true);
        } catch (MailException e) {
            return new Result.Failed("not-sent", false);
        }
    }

    /** The server knows no such address; that it is busy or away looks different. */
    private static boolean isRefused(MailSendException e) {
        return e.getFailedMessages().values().stream()
                .anyMatch(failure -> failure instanceof SendFailedException sending
                        && sending.getInvalidAddresses() != null
                        && sending.getInvalidAddresses().length > 0);
    }

    /** Has the notice's id as its Message-ID (RFC 5322, section 3.6.4), so that a second copy is known as one. */
    private static final class Notice extends MimeMessage {
        private final UUID noticeId;

        Notice(Session session, UUID noticeId) {
            super(session);
            this.noticeId = noticeId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + noticeId + "@notices.namesake>");
        }
    }
}
