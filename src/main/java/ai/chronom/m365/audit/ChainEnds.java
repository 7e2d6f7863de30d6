package ai.chronom.m365.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the chain says it ends, and where its rows end, both at one moment.
 *
 * @param head null when its row is gone
 * @param lastPosition of any row; 0 when there is none
 */
record ChainEnds(@Nullable ChainHead head, long lastPosition) {}
