package se.utfall.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.SecurityManagerUtil;
import org.jspecify.annotations.Nullable;
import se.utfall.publish.BrokerRefusedException.Code;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** The broker's users by settings: each user's role is its own name, so that a right is given to one user only. Nobody is anonymous. */
final class Accounts implements ActiveMQSecurityManager5 {
    private final Map<String, byte[]> passwords;

    private Accounts(Map<String, byte[]> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /** Reads every password file; the same consumer may serve several purposes under one user and password. */
    static Accounts of(BrokerSettings settings) {
        Map<String, byte[]> passwords = new HashMap<>();
        passwords.put(settings.user(), bytes(Passwords.read(settings.passwordFile())));
        for (List<ConsumerAccount> consumers : settings.purposes().values()) {
            consumers.forEach(c -> add(settings, passwords, c));
        }
        return new Accounts(passwords);
    }

    private static void add(BrokerSettings settings, Map<String, byte[]> passwords, ConsumerAccount consumer) {
        byte[] password = bytes(Passwords.read(consumer.passwordFile()));
        byte[] before = passwords.putIfAbsent(consumer.user(), password);
        boolean other = before != null && !MessageDigest.isEqual(before, password);
        if (other || consumer.user().equals(settings.user())) {
            throw new BrokerRefusedException(Code.ACCOUNT_CLASH, consumer.user());
        }
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String securityDomain) {
        if (!validateUser(user, password)) {
            return null;
        }
        return new Subject(true, Set.of(new UserPrincipal(user), new RolePrincipal(user)), Set.of(), Set.of());
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
        return SecurityManagerUtil.authorize(subject, roles, checkType, RolePrincipal.class);
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        byte[] expected = user == null ? null : passwords.get(user);
        return expected != null && password != null && MessageDigest.isEqual(expected, bytes(password));
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        Subject subject = authenticate(user, password, null, null);
        return subject != null && authorize(subject, roles, checkType, "");
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
