namespace Components.Values;

/// <summary>Units after numbers: <c>250.Millicores()</c>, <c>256.MiB()</c>, <c>25.Percent()</c>, <c>30.Seconds()</c>.</summary>
public static class Units
{
    extension(int amount)
    {
        /// <summary>Thousandths of a CPU core.</summary>
        public Cpu Millicores() => Cpu.OfMillicores(amount);

        /// <summary>CPU cores.</summary>
        public Cpu Cores() => Cpu.OfMillicores(amount * 1000L);

        /// <summary>Mebibytes, 1,048,576 bytes each.</summary>
        public Memory MiB() => Memory.OfBytes((decimal)amount * (1L << 20));

        /// <summary>Gibibytes, 1,073,741,824 bytes each.</summary>
        public Memory GiB() => Memory.OfBytes((decimal)amount * (1L << 30));

        /// <summary>Hundredths.</summary>
        public Percentage Percent() => Percentage.Of(amount);

        /// <summary>Seconds.</summary>
        public TimeSpan Seconds() => TimeSpan.FromSeconds(amount);

        /// <summary>Minutes.</summary>
        public TimeSpan Minutes() => TimeSpan.FromMinutes(amount);
    }
}
