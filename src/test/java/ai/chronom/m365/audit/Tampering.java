package ai.chronom.m365.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What somebody who may write the database, but has no key, can do to a chain. */
enum Tampering {
  EDIT_TIME {
    @Override
    void apply(MemoryChain chain, Random random) {
      edit(
          chain,
          random,
          line ->
              new AuditLine(
                  line.occurredAt().plusNanos(1_000),
                  line.actor(),
                  line.action(),
                  line.tenantId(),
                  line.outcome(),
                  line.detail()));
    }
  },
  EDIT_ACTOR {
    @Override
    void apply(MemoryChain chain, Random random) {
      edit(chain, random, line -> with(line, "mallory", line.tenantId(), line.detail()));
    }
  },
  EDIT_TENANT {
    @Override
    void apply(MemoryChain chain, Random random) {
      edit(chain, random, line -> with(line, line.actor(), "another tenant", line.detail()));
    }
  },
  FORGET_TENANT {
    @Override
    void apply(MemoryChain chain, Random random) {
      edit(chain, random, line -> with(line, line.actor(), null, line.detail()));
    }
  },
  /** The boundary between two texts moves; joined they look as before. */
  MOVE_TEXT {
    @Override
    void apply(MemoryChain chain, Random random) {
      edit(
          chain,
          random,
          line ->
              new AuditLine(
                  line.occurredAt(),
                  line.actor() + line.action().charAt(0),
                  line.action().substring(1),
                  line.tenantId(),
                  line.outcome(),
                  line.detail()));
    }
  },
  EDIT_DETAIL {
    @Override
    void apply(MemoryChain chain, Random random) {
      edit(chain, random, line -> with(line, line.actor(), line.tenantId(), line.detail() + "."));
    }
  },
  EDIT_OUTCOME {
    @Override
    void apply(MemoryChain chain, Random random) {
      edit(
          chain,
          random,
          line ->
              new AuditLine(
                  line.occurredAt(),
                  line.actor(),
                  line.action(),
                  line.tenantId(),
                  line.outcome().equals("SUCCEEDED") ? "REFUSED" : "SUCCEEDED",
                  line.detail()));
    }
  },
  EDIT_LINK {
    @Override
    void apply(MemoryChain chain, Random random) {
      int at = random.nextInt(chain.rows.size());
      ChainRow row = chain.rows.get(at);
      String link = new TestKey("not the key").link(new byte[] {(byte) at});
      chain.rows.set(at, new ChainRow(row.position(), row.line(), link));
    }
  },
  FORGET_LINK {
    @Override
    void apply(MemoryChain chain, Random random) {
      int at = random.nextInt(chain.rows.size());
      ChainRow row = chain.rows.get(at);
      chain.rows.set(at, new ChainRow(row.position(), row.line(), null));
    }
  },
  DELETE {
    @Override
    void apply(MemoryChain chain, Random random) {
      chain.rows.remove(random.nextInt(chain.rows.size()));
    }
  },
  /** And number what follows anew. */
  DELETE_AND_CLOSE_THE_GAP {
    @Override
    void apply(MemoryChain chain, Random random) {
      chain.rows.remove(random.nextInt(chain.rows.size()));
      numberAnew(chain);
      chain.head = chain.rows.get(chain.rows.size() - 1).head();
    }
  },
  SWAP {
    @Override
    void apply(MemoryChain chain, Random random) {
      int one = random.nextInt(chain.rows.size());
      int other = random.nextInt(chain.rows.size());
      ChainRow first = chain.rows.get(one);
      ChainRow second = chain.rows.get(other);
      chain.rows.set(one, new ChainRow(first.position(), second.line(), second.link()));
      chain.rows.set(other, new ChainRow(second.position(), first.line(), first.link()));
    }
  },
  /** Another event that was written by us, once more. */
  REPEAT {
    @Override
    void apply(MemoryChain chain, Random random) {
      int at = random.nextInt(chain.rows.size());
      chain.rows.add(random.nextInt(chain.rows.size()), chain.rows.get(at));
      numberAnew(chain);
      chain.head = chain.rows.get(chain.rows.size() - 1).head();
    }
  },
  PUT_IN_FRONT {
    @Override
    void apply(MemoryChain chain, Random random) {
      chain.rows.add(
          0, new ChainRow(-random.nextInt(3), MemoryChain.line(1), ChainHead.NOTHING.link()));
    }
  },
  PUT_BEHIND {
    @Override
    void apply(MemoryChain chain, Random random) {
      ChainKey wrong = new TestKey("not the key");
      ChainRow forged = ChainRow.after(chain.head, MemoryChain.line(random.nextInt(50)), wrong);
      chain.rows.add(forged);
      if (random.nextBoolean()) {
        chain.head = forged.head();
      }
    }
  },
  CUT {
    @Override
    void apply(MemoryChain chain, Random random) {
      int left = random.nextInt(chain.rows.size());
      chain.rows.subList(left, chain.rows.size()).clear();
    }
  },
  /** Only a head that was kept elsewhere tells. */
  CUT_WITH_HEAD {
    @Override
    void apply(MemoryChain chain, Random random) {
      int left = random.nextInt(chain.rows.size());
      chain.rows.subList(left, chain.rows.size()).clear();
      chain.head = left == 0 ? ChainHead.NOTHING : chain.rows.get(left - 1).head();
    }
  },
  MOVE_HEAD {
    @Override
    void apply(MemoryChain chain, Random random) {
      int at = random.nextInt(chain.rows.size() - 1);
      chain.head = chain.rows.get(at).head();
    }
  };

  abstract void apply(MemoryChain chain, Random random);

  /** One line is changed. */
  interface Edit {
    AuditLine of(AuditLine line);
  }

  private static void edit(MemoryChain chain, Random random, Edit edit) {
    int at = random.nextInt(chain.rows.size());
    ChainRow row = chain.rows.get(at);
    chain.rows.set(at, new ChainRow(row.position(), edit.of(row.line()), row.link()));
  }

  private static AuditLine with(AuditLine line, String actor, String tenant, String detail) {
    Instant at = line.occurredAt();
    return new AuditLine(at, actor, line.action(), tenant, line.outcome(), detail);
  }

  private static void numberAnew(MemoryChain chain) {
    List<ChainRow> numbered = new ArrayList<>();
    for (ChainRow row : chain.rows) {
      numbered.add(new ChainRow(numbered.size() + 1L, row.line(), row.link()));
    }
    chain.rows.clear();
    chain.rows.addAll(numbered);
  }
}
