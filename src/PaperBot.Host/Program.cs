Console.WriteLine("PaperBot");
