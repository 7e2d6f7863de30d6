package ai.chronom.m365.notification;

/** Sends by one channel. */
interface Sender {
  /** One try, of at most a minute; outside of any transaction. */
  Attempt send(Notice notice);
}
